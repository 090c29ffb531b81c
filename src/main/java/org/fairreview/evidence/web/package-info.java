/** The auditor's page about the record. */
@NullMarked
package org.fairreview.evidence.web;

import org.jspecify.annotations.NullMarked;
