/** The stage that opens due runs, measures their audience and closes them. */
@NullMarked
package io.postrider.stage.scheduling;

import org.jspecify.annotations.NullMarked;
