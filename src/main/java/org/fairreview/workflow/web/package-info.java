/** The front door: one login for portal, Tasklist and REST, and the guards of the engine's REST API. */
@NullMarked
package org.fairreview.workflow.web;

import org.jspecify.annotations.NullMarked;
