package org.tongqu.house.wrong.left;

import org.tongqu.house.wrong.right.Right;

public record Left(Right neighbour) {}
