/** The pages in a real browser. */
@NullMarked
package dev.attune.systemtests.browser;

import org.jspecify.annotations.NullMarked;
