/** The stage that hands messages to operators: one owner a sender, permission before the act, outcome after it. */
@NullMarked
package io.postrider.stage.dispatch;

import org.jspecify.annotations.NullMarked;
