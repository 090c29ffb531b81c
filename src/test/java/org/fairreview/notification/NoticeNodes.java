package org.fairreview.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.identity.Accounts;
import org.fairreview.identity.Directory;
import org.fairreview.kit.Crowd;
import org.fairreview.notification.MailServer.Mail;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/** Several nodes of the product that look at limits and send, all at once, and what comes of it outside. */
public final class NoticeNodes {

    public static final String SECRET = "a-secret-for-the-tests";

    /** The gateway that gets what the webhook posts. */
    public static final Gateway GATEWAY = new Gateway();

    private static final Map<String, String> KINDS =
            Map.of("新任务", "ARRIVED", "临近期限", "REMINDER", "已超过期限", "OVERDUE", "超期提请督促", "ESCALATION");

    private NoticeNodes() {}

    /** What left the system. */
    public record Sent(List<Mail> mails, List<JsonNode> hooks) {

        /** The kinds of the mails about a case, sorted. */
        public List<String> mailsAbout(String caseNumber) {
            return mails.stream()
                    .filter(mail -> mail.subject().contains(caseNumber))
                    .map(mail -> KINDS.get(mail.subject().replaceAll(".*】(.*?)：.*", "$1")))
                    .sorted()
                    .toList();
        }

        /** The kinds of what the gateway got about a case, sorted. */
        public List<String> hooksAbout(String caseNumber) {
            return hooks.stream()
                    .filter(hook -> hook.get("caseNumber").asText().equals(caseNumber))
                    .map(hook -> hook.get("kind").asText())
                    .sorted()
                    .toList();
        }
    }

    /** Does something while the person wants every notice as a mail. */
    public static <T> T asking(ApplicationContext context, String person, Supplier<T> act) {
        Directory directory = context.getBean(Directory.class);
        context.getBean(MailSettings.class)
                .change(
                        person + "@example.gov.cn",
                        Delivery.AT_ONCE,
                        directory.actor(person).orElseThrow());
        return act.get();
    }

    /** The limit of the task is over since a minute. */
    public static void overdue(ApplicationContext context, Task task) {
        task.setDueDate(Date.from(context.getBean(Clock.class).instant().minusSeconds(60)));
        context.getBean(TaskService.class).saveTask(task);
    }

    /** All nodes look, and send until nothing waits. */
    public static Sent work(ApplicationContext context, int nodes) {
        GATEWAY.received.clear();
        try (MailServer mails = new MailServer(context.getBean(JavaMailSender.class))) {
            DeadlineWatch watch = context.getBean(DeadlineWatch.class);
            List<Callable<Integer>> workers = IntStream.range(0, nodes)
                    .mapToObj(node -> postman(context, context.getBean(MailSettings.class)))
                    .map(postman -> (Callable<Integer>) () -> {
                        watch.look();
                        int sent = 0;
                        for (Channel channel : Channel.values()) {
                            while (postman.next(channel)) {
                                sent++;
                            }
                        }
                        return sent;
                    })
                    .toList();
            List<Crowd.Outcome<Integer>> outcomes = Crowd.atOnce(workers);
            outcomes.forEach(outcome -> {
                if (!outcome.succeeded()) {
                    throw new AssertionError("A node failed", outcome.failure());
                }
            });
            return new Sent(mails.all(), List.copyOf(GATEWAY.received));
        }
    }

    /** A sender with an outbox of its own name, as another node has it. */
    static Postman postman(ApplicationContext context, MailSettings settings) {
        PlatformTransactionManager transactions = context.getBean(PlatformTransactionManager.class);
        Outbox outbox = new Outbox(context.getBean(JdbcClient.class), context, context.getBean(Clock.class), 12);
        ProxyFactory proxy = new ProxyFactory(outbox);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice(new TransactionInterceptor(transactions, new AnnotationTransactionAttributeSource()));
        return new Postman(
                (Outbox) proxy.getProxy(),
                context.getBean(NoticeTable.class),
                settings,
                context.getBean(CaseTitles.class),
                context.getBean(Directory.class),
                context.getBean(Accounts.class),
                context.getBean(Wording.class),
                context.getBean(Webhook.class),
                context.getBeanProvider(JavaMailSender.class),
                "fgs@example.gov.cn");
    }

    /** An HTTP server that takes everything whose signature is right. */
    public static final class Gateway {

        private final ConcurrentLinkedQueue<JsonNode> received = new ConcurrentLinkedQueue<>();
        private final HttpServer server;

        private Gateway() {
            try {
                server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext("/hook", this::take);
            server.start();
        }

        public int port() {
            return server.getAddress().getPort();
        }

        private void take(HttpExchange exchange) throws IOException {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String timestamp = exchange.getRequestHeaders().getFirst(Webhook.TIMESTAMP);
            String expected = "sha256=" + Webhook.sign(SECRET, timestamp, body);
            boolean ours = expected.equals(exchange.getRequestHeaders().getFirst(Webhook.SIGNATURE));
            if (ours) {
                received.add(new ObjectMapper().readTree(body));
            }
            exchange.sendResponseHeaders(ours ? 204 : 401, -1);
            exchange.close();
        }
    }
}
