/** The checks that hold the models of {@code bpmn/} and the code to each other. */
@NullMarked
package org.fairreview.kit.model;

import org.jspecify.annotations.NullMarked;
