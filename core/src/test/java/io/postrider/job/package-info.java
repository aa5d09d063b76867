/** Tests of jobs. */
@NullMarked
package io.postrider.job;

import org.jspecify.annotations.NullMarked;
