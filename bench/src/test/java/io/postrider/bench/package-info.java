/** Tests that need server and simulator as processes of their own. */
@NullMarked
package io.postrider.bench;

import org.jspecify.annotations.NullMarked;
