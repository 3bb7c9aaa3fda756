@NullMarked
package dev.attune.web;

import org.jspecify.annotations.NullMarked;
