package org.fairreview.workflow;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.Resource;

/** A model, decision or form on the classpath, under its plain file name. */
record ModelFile(String name, Resource resource) {

    InputStream open() throws IOException {
        return resource.getInputStream();
    }
}
