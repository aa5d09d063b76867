/** Tests of the stage that hands messages to operators. */
@NullMarked
package io.postrider.stage.dispatch;

import org.jspecify.annotations.NullMarked;
