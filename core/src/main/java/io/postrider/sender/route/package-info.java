/** Virtual senders: the rules that choose among senders, message by message. */
@NullMarked
package io.postrider.sender.route;

import org.jspecify.annotations.NullMarked;
