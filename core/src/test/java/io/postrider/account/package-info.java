@NullMarked
package io.postrider.account;

import org.jspecify.annotations.NullMarked;
