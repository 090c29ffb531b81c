/** What the tests share: the product as it is started, a driver for its processes, texts of our own. */
@NullMarked
package org.fairreview.kit;

import org.jspecify.annotations.NullMarked;
