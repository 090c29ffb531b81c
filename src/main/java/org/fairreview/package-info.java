/** The fair-competition review engine (公平竞争审查工作流引擎): one application, one package per feature. */
@NullMarked
package org.fairreview;

import org.jspecify.annotations.NullMarked;
