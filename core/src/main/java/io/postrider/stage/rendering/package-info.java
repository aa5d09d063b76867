/** The stage that turns a chunk of subscriptions into messages. */
@NullMarked
package io.postrider.stage.rendering;

import org.jspecify.annotations.NullMarked;
