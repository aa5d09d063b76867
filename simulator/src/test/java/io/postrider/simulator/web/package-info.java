@NullMarked
package io.postrider.simulator.web;

import org.jspecify.annotations.NullMarked;
