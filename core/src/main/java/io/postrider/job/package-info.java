/** What goes on in the background: jobs with their progress, and the files that people upload for them. */
@NullMarked
package io.postrider.job;

import org.jspecify.annotations.NullMarked;
