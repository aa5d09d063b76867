/** What can be asked and told over HTTP. */
@NullMarked
package io.postrider.simulator.web;

import org.jspecify.annotations.NullMarked;
