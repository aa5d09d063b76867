/** What operators ask for messages. */
@NullMarked
package io.postrider.sender.price;

import org.jspecify.annotations.NullMarked;
