/** What the documentation shows, compiled and run by the build. */
@NullMarked
package io.github.warmbatch.examples;

import org.jspecify.annotations.NullMarked;
