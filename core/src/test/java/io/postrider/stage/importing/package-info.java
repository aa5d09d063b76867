/** Tests of the stage that imports files. */
@NullMarked
package io.postrider.stage.importing;

import org.jspecify.annotations.NullMarked;
