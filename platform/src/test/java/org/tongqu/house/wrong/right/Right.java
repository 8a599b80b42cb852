package org.tongqu.house.wrong.right;

public record Right(String name) {}
