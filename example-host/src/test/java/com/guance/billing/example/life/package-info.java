/** Histories of everything that may happen, against a plain model of the rules, on memory and on a database. */
@NullMarked
package com.guance.billing.example.life;

import org.jspecify.annotations.NullMarked;
