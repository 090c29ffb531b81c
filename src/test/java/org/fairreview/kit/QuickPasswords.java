package org.fairreview.kit;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/** Passwords and secrets as the product keeps them, with so few rounds that a test does not wait for each of them. */
@TestConfiguration(proxyBeanMethods = false)
public class QuickPasswords {

    private static final int FEWEST_ROUNDS = 4;

    @Bean
    PasswordEncoder quickSecretHash() {
        return new BCryptPasswordEncoder(FEWEST_ROUNDS);
    }

    @Bean
    PasswordEncryptor quickPasswordHash() {
        Pbkdf2PasswordEncoder encoder =
                new Pbkdf2PasswordEncoder("", 16, 100, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
        return new PasswordEncryptor() {
            @Override
            public String encrypt(String password) {
                return encoder.encode(password);
            }

            @Override
            public boolean check(String password, String encrypted) {
                return encoder.matches(password, encrypted);
            }

            @Override
            public String hashAlgorithmName() {
                return "pbkdf2";
            }
        };
    }
}
