/** The stage that turns the rows of files into profiles and subscriptions. */
@NullMarked
package io.postrider.stage.importing;

import org.jspecify.annotations.NullMarked;
