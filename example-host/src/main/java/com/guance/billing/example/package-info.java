/** A small host: tells the story of one customer from subscription to cancellation and back, on the store it is given. */
@NullMarked
package com.guance.billing.example;

import org.jspecify.annotations.NullMarked;
