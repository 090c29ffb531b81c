package org.fairreview.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Where a command on the same machine asks the running product for a backup: a port of the loopback interface that only
 * who can read the data folder can use, with a token made anew at each start.
 *
 * <p>It speaks no HTTP: no browser, session or proxy reaches it.
 */
@Component
class ControlDoor implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ControlDoor.class);
    private static final int PATIENCE_MILLIS = 5000;
    private static final int LONGEST_LINE = 8192;

    private final Path data;
    private final Backups backups;
    private @Nullable ServerSocket socket;

    ControlDoor(@Value("${fairreview.data}") Path data, Backups backups) {
        this.data = data;
        this.backups = backups;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        ServerSocket opened = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
        socket = opened;
        new ControlFile(opened.getLocalPort(), token).write(data);
        Thread thread = new Thread(() -> serve(opened, token), "control");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void destroy() throws IOException {
        if (socket != null) {
            socket.close();
            Files.deleteIfExists(ControlFile.in(data));
        }
    }

    private void serve(ServerSocket opened, String token) {
        while (!opened.isClosed()) {
            try (Socket caller = opened.accept()) {
                caller.setSoTimeout(PATIENCE_MILLIS);
                answer(caller, token);
            } catch (IOException e) {
                if (!opened.isClosed()) {
                    LOG.debug("A caller at the control port went away", e);
                }
            } catch (RuntimeException e) {
                LOG.error("A request at the control port failed", e);
            }
        }
    }

    private void answer(Socket caller, String token) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        if (!MessageDigest.isEqual(bytes(line(lines)), bytes(token))) {
            return;
        }
        String act = line(lines);
        Answer answer = act.equals("backup") ? backup(Path.of(line(lines))) : Answer.refused("Unknown: " + act);
        caller.getOutputStream().write(bytes(answer.exitCode() + " " + answer.sentence() + "\n"));
        caller.getOutputStream().flush();
    }

    private Answer backup(Path target) {
        try {
            return Answer.made(target, backups.make(target));
        } catch (BackupRefused refused) {
            return Answer.refused(String.valueOf(refused.getMessage()));
        }
    }

    /** A line of bounded length: whoever has no token makes the product keep nothing. */
    private static String line(BufferedReader from) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = from.read(); next >= 0 && next != '\n'; next = from.read()) {
            if (line.length() == LONGEST_LINE) {
                throw new IOException("Too long");
            }
            line.append((char) next);
        }
        return line.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
