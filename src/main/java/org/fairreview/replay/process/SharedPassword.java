package org.fairreview.replay.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.digest.Default16ByteSaltGenerator;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/**
 * Passwords as the product keeps them, each worked out once: the invented people of a replay all begin with the same one, and
 * sixty slow hashes took four fifths of a small replay's time.
 */
@Configuration(proxyBeanMethods = false)
@Profile("replay")
class SharedPassword {

    private static final class OneHash implements PasswordEncryptor {

        private final PasswordEncoder encoder = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();
        private final Map<String, String> known = new ConcurrentHashMap<>();

        @Override
        public String encrypt(String password) {
            return known.computeIfAbsent(password, encoder::encode);
        }

        @Override
        public boolean check(String password, String encrypted) {
            return encoder.matches(password, encrypted);
        }

        @Override
        public String hashAlgorithmName() {
            return "pbkdf2";
        }
    }

    @Bean
    PasswordEncryptor sharedPasswordHash() {
        return new OneHash();
    }

    /** The engine salts each password before it is hashed: here all with the same salt, which is random for the run. */
    @Bean
    ProcessEnginePlugin sharedSalt() {
        String salt = new Default16ByteSaltGenerator().generateSalt();
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setSaltGenerator(() -> salt);
            }
        };
    }
}
