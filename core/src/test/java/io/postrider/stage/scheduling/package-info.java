/** Tests of the stage that opens runs and cuts them into chunks. */
@NullMarked
package io.postrider.stage.scheduling;

import org.jspecify.annotations.NullMarked;
