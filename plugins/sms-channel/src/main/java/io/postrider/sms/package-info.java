/** The SMS channel plugin: text to parts. */
@NullMarked
package io.postrider.sms;

import org.jspecify.annotations.NullMarked;
