package com.guance.billing.planted;

final class Planted {
  private Planted() {  }
}
