/** The pages of the joint conference: its members, their forms, meetings, training and publicity. */
@NullMarked
package org.fairreview.conference.web;

import org.jspecify.annotations.NullMarked;
