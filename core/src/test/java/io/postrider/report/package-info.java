@NullMarked
package io.postrider.report;

import org.jspecify.annotations.NullMarked;
