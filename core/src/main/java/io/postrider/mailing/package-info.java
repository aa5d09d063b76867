/** The noun mailing, with its runs and their chunks. */
@NullMarked
package io.postrider.mailing;

import org.jspecify.annotations.NullMarked;
