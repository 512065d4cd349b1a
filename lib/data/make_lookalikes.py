#!/usr/bin/env python3
"""Make lookalikes.tsv and covers.tsv: which strings a look-alike character makes out of a word, and proves wrong.

    make_lookalikes.py dict.txt        (dict.txt of the Python package jieba 0.42.1, licence MIT: word, count, tag)

A string becomes a row if a word turns into it by one swap of two characters that OCR confuses, if it is no word itself, and
if it does not arise where two words meet: counted by how often its characters stand alone. Surnames and names make no rows.
"""
import collections
import os
import sys

PAIRS = """
己已 已巳 未末 土士 人入 入八 日曰 日目 天夫 天无 千干 干于 治冶
即既 今令 刀力 代伐 任住 住往 全金 几儿 九丸 各名 币市 市布 困因
块快 大太 并井 开井 请清 没设 旱早 本木 术木 王玉 主王 申甲 电申
睛晴 享亨 巾中 遗遣 拨拔 折拆 析折 撤撒 徙徒 班斑 辨辩 竞竟 境竟
载裁 栽载 戴截 壁璧 燥躁 噪操 幕慕 募墓 拦栏 抢枪 扰拢 沧沦 坚竖
券卷 挡档 博搏 捡检 险验 免兔 乌鸟 鸟岛 厂广 厉历 权仅 体休 传转
待侍 持特 竣峻 输愉 制刺 剂济 劳荣 营莹 勿匆 原源 侧测 咨资 团因
圆园 场扬 怀坏 培赔 误娱 宜宣 官宫 密蜜 师帅 幸辛 底低 驰弛 律津
微徽 戒戎 投设 招沼 授援 旦且 暂渐 社杜 材村 柬束 杨扬 板版 殊株
梁粱 桂挂 民氏 洒酒 滩摊 爱受 疫疾 血皿 盲育 祖租 签答 籍藉 署暑
职织 薄簿 衷衰 讯汛 贡责 货贷 贪贫 购构 迁迂 郊效 问间 闻间 阳阴
陈阵 顶项 须顺 领颁 饭饮 躯驱 鸣呜 赔陪 纠纷 缔谛 惯贯 侯候 戌戍
崇祟 余佘 钓钧 陕峡 颖颍 毋母 撂摺 帼国 淮准 泸沪 邢刑 冀翼 亳毫
溧漂 荥荣 祁祈 汝汶 绥缓 兖衮 肓盲 栗粟
""".split()

# Words whose misreading the dictionary cannot prove, as it has the misreading, too: chosen by hand.
BY_HAND = dict(p.split(">") for p in """
自已>自己 膏盲>膏肓 毫州>亳州 严竣>严峻 卫戌>卫戍 资询>咨询 园满>圆满 作崇>作祟 松驰>松弛 狼籍>狼藉 颖上>颍上
中帼>巾帼 摺挑子>撂挑子 摺倒>撂倒
""".split())

SURNAMES = set("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏"
               "钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦"
               "季俞章鲁葛伍韦申尤毕聂柴焦向柳邢岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋"
               "植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边")

LEAST_PAIR, LEAST_LONGER = 100, 100       # counts of words of two, and of three or four characters
CERTAIN, LIKELY = 1.5e8, 1e9              # product of the counts of the two characters alone, up to which a row is that


def is_han(word):
    return all("\u4e00" <= c <= "\u9fff" for c in word)


def read(path):
    counts, tags = {}, {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            word, count, tag = line.split()
            if is_han(word):
                counts[word], tags[word] = int(count), tag
    return counts, tags


def meets(text, counts):
    """Whether two words can meet so that they spell this text."""
    def known(word):
        return counts.get(word, 0) >= (5 if len(word) > 1 else 300)
    return any(known(text[:k]) and known(text[k:]) for k in range(1, len(text)))


def misreadings(counts, tags):
    partners = collections.defaultdict(set)
    for a, b in PAIRS:
        partners[a].add(b)
        partners[b].add(a)
    found = collections.defaultdict(list)
    for word, count in counts.items():
        if not 2 <= len(word) <= 4 or count < (LEAST_PAIR if len(word) == 2 else LEAST_LONGER) or tags[word].startswith("nr"):
            continue
        for i, c in enumerate(word):
            for seen in sorted(partners.get(c, ())):
                wrong = word[:i] + seen + word[i + 1:]
                if wrong not in counts and seen not in SURNAMES:
                    found[wrong].append((count, word))
    for wrong, words in found.items():
        words.sort(reverse=True)
        if len(words) == 1 or words[0][0] >= 3 * words[1][0]:
            yield wrong, words[0][1], words[0][0]


def grade(wrong, count, counts):
    if len(wrong) > 2:
        return None if meets(wrong, counts) else "certain"
    alone = counts.get(wrong[0], 0) * counts.get(wrong[1], 0)
    if alone <= CERTAIN and (count >= 300 or alone <= CERTAIN / 5):
        return "certain"
    return "likely" if alone <= LIKELY and count >= 1000 else None


def main():
    counts, tags = read(sys.argv[1])
    inside = collections.defaultdict(set)
    for word, count in counts.items():
        if count >= 3:
            for n in (2, 3):
                for i in range(len(word) - n + 1):
                    if n < len(word):
                        inside[word[i:i + n]].add((word, i))
    rows = {}
    for wrong, right, count in misreadings(counts, tags):
        g = grade(wrong, count, counts)
        if g and not (len(wrong) > 2 and wrong in inside):
            rows[wrong] = (right, g)
    # A longer row says nothing that a shorter one inside it does not say.
    for wrong in [w for w in rows if len(w) > 2]:
        right = rows[wrong][0]
        for i in range(len(wrong) - 1):
            shorter = rows.get(wrong[i:i + 2])
            if shorter and shorter == (right[i:i + 2], "certain"):
                del rows[wrong]
                break
    rows.update((wrong, (right, "certain")) for wrong, right in BY_HAND.items())
    folder = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(folder, "lookalikes.tsv"), "w", encoding="utf-8") as out:
        out.write("# Strings that a look-alike character made out of a word, and what they were. Made by make_lookalikes.py from the word list\n"
                  "# of jieba 0.42.1 (MIT licence). Format: the string, which is its own example; the word; certain or likely; characters\n"
                  "# before and behind it with which it is part of a longer word. User: characters.cc.\n"
                  "example\tright\tgrade\tnot_after\tnot_before\n")
        for wrong in sorted(rows):
            after = sorted({w[i - 1] for w, i in inside.get(wrong, ()) if i > 0})
            before = sorted({w[i + len(wrong)] for w, i in inside.get(wrong, ()) if i + len(wrong) < len(w)})
            out.write("\t".join([wrong, *rows[wrong], "".join(after), "".join(before)]).rstrip("\t") + "\n")
    firsts = {w[0] for w in rows if len(w) == 2}
    lasts = {w[-1] for w in rows if len(w) == 2}
    covers = collections.defaultdict(lambda: (set(), set()))
    for word, count in counts.items():
        if count < 20 or len(word) > 3:
            continue
        if word[-1] in firsts and len(word) > 1:
            covers[word[-1]][0].add(word[-2])
        if word[0] in lasts and len(word) > 1:
            covers[word[0]][1].add(word[1])
    with open(os.path.join(folder, "covers.tsv"), "w", encoding="utf-8") as out:
        out.write("# Which characters make a word with the one before or behind them, so that a string of lookalikes.tsv that they belong to\n"
                  "# may be two words that meet. Made by make_lookalikes.py as lookalikes.tsv. Format: the character; those that end a word\n"
                  "# with it as its last character; those that begin one with it as its first; such a word. User: characters.cc.\n"
                  "character\tbefore\tbehind\texample\n")
        for c in sorted(covers):
            before, behind = sorted(covers[c][0]), sorted(covers[c][1])
            out.write("\t".join([c, "".join(before), "".join(behind), before[0] + c if before else c + behind[0]]) + "\n")
    print(len(rows), "rows,", len(covers), "covers", collections.Counter((len(w), r[1]) for w, r in rows.items()))


main()
