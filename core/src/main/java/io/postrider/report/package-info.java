/** The noun report: figures of runs, the journal and its equations. */
@NullMarked
package io.postrider.report;

import org.jspecify.annotations.NullMarked;
