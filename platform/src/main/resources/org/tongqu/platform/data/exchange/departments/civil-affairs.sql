-- The business system of civil affairs: low income, marriages and cremations, in GBK and with codes of its own, and what it
-- gets from others. Everything is made again where a start was cut short.
DROP TABLE IF EXISTS db_ffmx, hy_djxx, bz_hhxx, jh_czrk, made_sign;

CREATE TABLE made_sign (number SMALLINT PRIMARY KEY, sign CHAR(1) NOT NULL) CHARACTER SET utf8mb4;
INSERT INTO made_sign SELECT seq, substr('10X98765432', 1 + seq, 1) FROM seq_0_to_10;

CREATE TEMPORARY TABLE made (
    n      INT PRIMARY KEY,
    number CHAR(18) CHARACTER SET utf8mb4,
    name   VARCHAR(20) CHARACTER SET utf8mb4
);
INSERT INTO made
SELECT n, concat(b, sign),
       concat(substr('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏', 1 + n % 30, 1),
              substr('一文明志国建春秀丽海晓永红玉德云新天家世', 1 + n DIV 30 % 20, 1),
              substr('平华军强芳敏静涛磊洋艳勇杰娟霞刚玲桂英峰', 1 + n DIV 600 % 20, 1))
  FROM (SELECT seq AS n,
               concat('99990', 1 + seq % 8, date_format('1952-01-01' + INTERVAL (seq DIV 8 % 18000) DAY, '%Y%m%d'),
                      lpad(seq DIV 144000, 3, '0')) AS b
          FROM seq_1_to_60000) AS begun
  JOIN made_sign ON number = (7 * substr(b, 1, 1) + 9 * substr(b, 2, 1) + 10 * substr(b, 3, 1) + 5 * substr(b, 4, 1)
        + 8 * substr(b, 5, 1) + 4 * substr(b, 6, 1) + 2 * substr(b, 7, 1) + 1 * substr(b, 8, 1) + 6 * substr(b, 9, 1)
        + 3 * substr(b, 10, 1) + 7 * substr(b, 11, 1) + 9 * substr(b, 12, 1) + 10 * substr(b, 13, 1)
        + 5 * substr(b, 14, 1) + 8 * substr(b, 15, 1) + 4 * substr(b, 16, 1) + 2 * substr(b, 17, 1)) % 11;

CREATE TABLE db_ffmx (
    id   INT PRIMARY KEY,
    sfzh VARCHAR(18) COMMENT '身份证号',
    xm   VARCHAR(20) COMMENT '姓名',
    dylb VARCHAR(2) COMMENT '待遇类别: A1 城市低保 A2 农村低保',
    ffny VARCHAR(7) COMMENT '发放年月',
    je   DECIMAL(10, 2) COMMENT '金额',
    ffrq DATE COMMENT '发放日期',
    zt   CHAR(1) COMMENT '状态: 1 发放 2 停发',
    gxsj TIMESTAMP NOT NULL DEFAULT current_timestamp ON UPDATE current_timestamp,
    KEY by_change (gxsj, id)
) CHARACTER SET gbk;
INSERT INTO db_ffmx
SELECT n * 12 + month,
       CASE WHEN n % 1601 = 0 THEN lower(concat(substr(number, 1, 17), 'x')) ELSE number END,
       if(n % 731 = 3, concat(substr(name, 1, 2), '某'), name),
       if(n % 1201 = 0, 'B9', if(n % 3 = 0, 'A2', 'A1')),
       concat('2026', lpad(month, 2, '0')),
       if(n % 997 = 0, -1, 320 + n % 700),
       if(n % 1303 = 0, '0000-00-00', makedate(2026, 1) + INTERVAL month - 1 MONTH + INTERVAL 9 DAY),
       '1',
       '2026-01-10 08:00:00' + INTERVAL n * 12 + month SECOND
  FROM made JOIN (SELECT seq AS month FROM seq_1_to_10) AS months
 WHERE n % 17 = 3 AND (n % 25 <> 0 OR n % 3 = 0 AND month = 10);

CREATE TABLE hy_djxx (
    djbh   VARCHAR(30) PRIMARY KEY COMMENT '登记编号',
    nfxm   VARCHAR(20), nfsfzh VARCHAR(18), vfxm VARCHAR(20), vfsfzh VARCHAR(18),
    djlb   VARCHAR(4) COMMENT '登记类别: 结婚 离婚 补领',
    djrq   DATE COMMENT '登记日期',
    gxsj   TIMESTAMP NOT NULL DEFAULT current_timestamp ON UPDATE current_timestamp,
    KEY by_change (gxsj, djbh)
) CHARACTER SET gbk;
INSERT INTO hy_djxx
SELECT concat('J999901-', 2008 + man.n % 18, '-', lpad(man.n, 6, '0')),
       man.name, man.number, if(man.n % 2002 = 0, '', woman.name),
       if(man.n % 1502 = 0, '无', woman.number),
       CASE WHEN man.n % 3002 = 0 THEN '复婚' WHEN man.n % 12 = 0 THEN '离婚' WHEN man.n % 38 = 0 THEN '补领' ELSE '结婚' END,
       '2008-01-01' + INTERVAL man.n % 6700 DAY,
       '2026-01-01 08:00:00' + INTERVAL man.n MINUTE
  FROM made AS man JOIN made AS woman ON woman.n = man.n + 1
 WHERE man.n % 2 = 0;
-- Some registered a second marriage while the first stood.
INSERT INTO hy_djxx
SELECT concat('J999901-2026-9', lpad(man.n, 5, '0')), man.name, man.number, woman.name, woman.number, '结婚', '2026-05-20',
       '2026-05-20 08:00:00'
  FROM made AS man JOIN made AS woman ON woman.n = man.n + 3
 WHERE man.n % 2002 = 8;

CREATE TABLE bz_hhxx (
    hhbh INT PRIMARY KEY COMMENT '火化编号',
    sfzh VARCHAR(18), xm VARCHAR(20), xb CHAR(2) COMMENT '性别: 男 女',
    csrq VARCHAR(10) COMMENT '出生日期, 以点分隔',
    hhrq DATE COMMENT '火化日期',
    gxsj TIMESTAMP NOT NULL DEFAULT current_timestamp ON UPDATE current_timestamp,
    KEY by_change (gxsj, hhbh)
) CHARACTER SET gbk;
INSERT INTO bz_hhxx
SELECT n, if(n % 2300 = 0, NULL, number), name, if(n % 2 = 0, '女', '男'),
       if(n % 1900 = 0, '不详', date_format(str_to_date(substr(number, 7, 8), '%Y%m%d'), '%Y.%m.%d')),
       '2020-01-04' + INTERVAL n % 2400 DAY, '2026-01-01 08:00:00' + INTERVAL n MINUTE
  FROM made WHERE n % 25 = 0 OR n % 1999 = 0;

-- What public security gives: columns are named as the agreement names them, texts are in GBK like the rest.
CREATE TABLE jh_czrk (
    cert_no           VARCHAR(18)  PRIMARY KEY COMMENT '公民身份号码',
    person_name       VARCHAR(50)  NOT NULL COMMENT '姓名',
    sex               VARCHAR(1) COMMENT '性别',
    birth_date        DATE         NOT NULL COMMENT '出生日期',
    nation            VARCHAR(2) COMMENT '民族',
    household_address VARCHAR(200) COMMENT '户籍地址'
) CHARACTER SET gbk;

DROP TABLE made_sign;
CREATE TABLE filled (at TIMESTAMP NOT NULL DEFAULT current_timestamp);
