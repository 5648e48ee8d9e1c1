/**
 * What tests of any part of this library may use: a clock moved by hand. The contracts of the SPIs
 * are in the packages of the interfaces they prove.
 */
@NullMarked
package io.github.warmbatch.testkit;

import org.jspecify.annotations.NullMarked;
