package org.fairreview.document.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/**
 * How much an upload may bring: the container's limit is for those few places where thousands of files come in one
 * archive, everywhere else a smaller one holds. What comes is on disk, never in memory.
 */
@Configuration(proxyBeanMethods = false)
class UploadLimits {

    @Bean(name = "multipartResolver")
    MultipartResolver multipartResolver(
            @Value("${fairreview.document.max-upload:210MB}") DataSize most,
            @Value("${fairreview.document.bulk-uploads:}") Pattern bulk) {
        return new StandardServletMultipartResolver() {
            @Override
            public MultipartHttpServletRequest resolveMultipart(HttpServletRequest request) {
                boolean large = bulk.matcher(request.getRequestURI()).matches();
                if (!large && request.getContentLengthLong() > most.toBytes()) {
                    throw new MaxUploadSizeExceededException(most.toBytes());
                }
                MultipartHttpServletRequest resolved = super.resolveMultipart(request);
                if (!large && size(resolved) > most.toBytes()) {
                    throw new MaxUploadSizeExceededException(most.toBytes());
                }
                return resolved;
            }
        };
    }

    private static long size(MultipartHttpServletRequest request) {
        return request.getMultiFileMap().values().stream()
                .flatMap(List::stream)
                .mapToLong(MultipartFile::getSize)
                .sum();
    }
}
