/** The stage that redirects whoever opens a short link, and records the click. */
@NullMarked
package io.postrider.stage.tracking;

import org.jspecify.annotations.NullMarked;
