/** Tests of how replies are read. */
@NullMarked
package io.postrider.reply;

import org.jspecify.annotations.NullMarked;
