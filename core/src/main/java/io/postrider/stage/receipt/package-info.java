/** The stage behind the lanes: gives up on receipts that never came, and joins those that came too early. */
@NullMarked
package io.postrider.stage.receipt;

import org.jspecify.annotations.NullMarked;
