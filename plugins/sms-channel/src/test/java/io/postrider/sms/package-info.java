@NullMarked
package io.postrider.sms;

import org.jspecify.annotations.NullMarked;
