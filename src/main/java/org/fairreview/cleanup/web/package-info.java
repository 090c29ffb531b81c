/** Pages and forms of clean-ups and of the register of measures in force. */
@NullMarked
package org.fairreview.cleanup.web;

import org.jspecify.annotations.NullMarked;
