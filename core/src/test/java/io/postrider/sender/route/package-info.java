@org.jspecify.annotations.NullMarked
package io.postrider.sender.route;
