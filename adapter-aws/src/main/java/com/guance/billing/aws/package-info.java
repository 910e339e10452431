/**
 * AWS Marketplace, global and China, in both identity schemes: one entry for the port ({@code AwsMarketplace}), and two
 * readers of raw text that drive the library from outside: the landing form and the subscription notices.
 */
@NullMarked
package com.guance.billing.aws;

import org.jspecify.annotations.NullMarked;
