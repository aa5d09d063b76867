/** Tests of the stage that hands messages to operators. */
@NullMarked
package io.postrider.stage.rendering;

import org.jspecify.annotations.NullMarked;
