package org.fairreview.review.web;

import java.beans.PropertyEditorSupport;
import org.fairreview.workflow.WrittenText;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Text that is typed on a page loses what cannot be seen, as an answer in Tasklist does. */
@ControllerAdvice(basePackageClasses = TypedText.class)
class TypedText {

    @InitBinder
    void read(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(WrittenText.seen(text));
            }
        });
    }
}
