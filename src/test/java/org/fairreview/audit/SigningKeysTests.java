package org.fairreview.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys that sign checkpoints. */
class SigningKeysTests {

    @TempDir
    Path data;

    @Test
    void a_key_that_was_announced_signs_even_where_the_product_ended_before_it_came_into_use() throws IOException {
        SigningKeys keys = SigningKeys.in(data);
        String before = keys.currentId();
        String next = keys.make().id();

        assertThat(keys.announced(next).id()).isEqualTo(next);
        assertThat(keys.currentId()).isEqualTo(next);
        assertThat(keys.folder().resolve("audit-" + before + ".key.pem")).doesNotExist();
        assertThat(keys.folder().resolve("audit-" + before + ".pub.pem")).exists();
    }

    @Test
    void an_announced_key_that_is_not_here_leaves_the_one_in_use() {
        SigningKeys keys = SigningKeys.in(data);

        assertThat(keys.announced("0123456789abcdef").id()).isEqualTo(keys.currentId());
    }
}
