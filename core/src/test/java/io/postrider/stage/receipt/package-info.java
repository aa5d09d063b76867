/** Tests of what is done with receipts and replies behind the lanes. */
@NullMarked
package io.postrider.stage.receipt;

import org.jspecify.annotations.NullMarked;
