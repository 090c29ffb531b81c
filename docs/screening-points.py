"""Computes the points of 综合判断 in screening-rules.yaml from labelled clauses, and writes them into the file.

    python3 docs/screening-points.py LINE HARMLESS CLAUSES.jsonl ...

A word of the rules, or a list of words, is a sign that stands in a clause or not. A logistic regression with a penalty
on large weights says how much each sign speaks for a violation; the 400 that matter most are rounded to quarters and
become points. The same over the violations alone says which item they look like. Needs numpy and PyYAML.
"""
import json, re, sys
import numpy as np
import yaml
from collections import Counter

RULES = 'src/main/resources/screening/screening-rules.yaml'
KEEP = set('须应需凡仅只限免均')

def norm(t):
    t=re.sub(r'[\s“”‘’"『』「」*_]','',t)
    tr=str.maketrans('，：；（）％！？','，：；（）%！？'.replace('％','%'))
    t=t.translate(tr)
    t=re.sub(r'百分之[〇零一二三四五六七八九十百两\d.]+','#%',t)
    t=re.sub(r'\d[\d,.]*[十百千万亿]*','#',t)
    t=re.sub(r'(?<![统唯单同不之其专逐划如归合])[〇零一二三四五六七八九十百千万亿两]+(?=[年月日天家户元个名人次倍吨台辆亩座所套间条周季届批星成折%‰])','#',t)
    return t

def load(fs):
    X=[]
    for f in fs:
        for l in open(f):
            d=json.loads(l)
            if d.get('context_dependent'): continue
            X.append((norm(d['clause']),d['label']=='violation',d))
    return X

R = yaml.safe_load(open(RULES, encoding='utf-8'))
lists = R['词表']

def expand(w,depth=0):
    m=re.fullmatch(r'<([^<>]+)>',w)
    if m:
        n=m[1]
        if n in lists: return set().union(*[expand(x,depth+1) for x in lists[n]])
        return set()
    parts=re.split(r'<([^<>]+)>',w)
    out={''}
    for i,p in enumerate(parts):
        if i%2==0: out={o+p for o in out}
        else:
            ins=set().union(*[expand(x) for x in lists.get(p,[])]) or {''}
            out={o+x for o in out for x in ins}
    return {norm(o) for o in out}

words=set()
groups={n:expand('<'+n+'>') for n in lists}
for r in R['规则']:
    for s in r['信号']:
        for part in re.split(r' \+\d*\+? ',s):
            for a in part.split('|'):
                a=a.strip()
                if a and '<' not in a: words.add(norm(a))
    for e in (r.get('排除') or []): words.add(norm(e))
for k in ('否定词','近处否定词','不算否定','否定解除','通用排除','近处排除'):
    for e in R[k]: words.add(norm(e))
for g in groups.values(): words|=g
words={w for w in words if w and len(w)<=10}
maxlen=max(map(len,words))
for w in list(words):
    if len(w.replace('#', '')) < 2 and w not in KEEP and w not in ('#元', '#%', '#折', '#倍'):
        words.discard(w)


def signs(t):
    s = {t[i:i + n] for i in range(len(t)) for n in range(1, min(maxlen, len(t) - i) + 1)} & words
    return s | {'<' + n + '>' for n, g in groups.items() if s & g}


def fitl2(M,y,lam,it=200):
    n,d=M.shape
    w=np.zeros(d); b=0.0
    for _ in range(12):
        z=M@w+b; p=1/(1+np.exp(-z)); W=np.maximum(p*(1-p),1e-4)
        K=M@M.T
        t=z+(y-p)/W
        A=K/(n*lam)+np.diag(1/W)
        one=np.ones(n); Ai1=np.linalg.solve(A,one); Ait=np.linalg.solve(A,t)
        b=(one@Ait)/(one@Ai1); a=Ait-b*Ai1
        w=M.T@a/(n*lam)
    return w,b


X = load(sys.argv[3:])
F = [signs(t) for t, _, _ in X]
count = Counter(x for f in F for x in f)
names = sorted(f for f, k in count.items() if k >= 2)
M = np.array([[1.0 if n in f else 0.0 for n in names] for f in F])
y = np.array([float(v) for _, v, _ in X])
w, b = fitl2(M, y, 0.003)
share = M.mean(0)
best = sorted(np.argsort(-np.abs(w) * np.sqrt(share * (1 - share)))[:400])
names = [names[i] for i in best]
M = M[:, best]
w, b = fitl2(M, y, 0.003)
pos = y > 0
items = {}
for it in sorted({d['item'] for _, v, d in X if v}):
    wi, bi = fitl2(M[pos], np.array([float(d['item'] == it) for _, v, d in X if v]), 0.005)
    items[it] = (np.round(wi * 4).astype(int), int(np.round(4 * bi)))
d = dict(words=names, pts=np.round(w * 4).astype(int), items=items)
line, harm = int(sys.argv[1]), int(sys.argv[2])
P = RULES
def q(w):
    w=w.replace('#','1')
    return '"'+w+'"' if any(c in w for c in '<>%,:[]{}#&*!|\'"@`') or w.isdigit() or w in('是','否') else w
def block(pairs,ind):
    by={}
    for w,p in pairs:
        if p: by.setdefault(int(p),[]).append(w)
    out=[]
    for p in sorted(by,reverse=True):
        ws=sorted(q(w) for w in by[p]); s=' '*ind+f'{p}: ['; cur=s
        lines=[]
        for i,w in enumerate(ws):
            piece=w+(', ' if i<len(ws)-1 else ']')
            if len(cur)+len(piece)>100: lines.append(cur.rstrip()); cur=' '*(ind+3)+piece
            else: cur+=piece
        lines.append(cur); out+=lines
    return '\n'.join(out)
N={'8(一)':('变相审批','准入、许可、备案一类','这项要求是审批吗？有没有法律、行政法规依据？'),
'8(二)':('特许经营','经营权的授予一类','经营权是怎样给出去的，有没有公开竞争？'),
'8(三)':('限定交易对象','限定商品、服务来源一类','当事人能不能选择别的经营者？'),
'8(四)':('准入退出条件','准入、退出条件一类','条件是不是必要的，对谁都一样吗？'),
'8(五)':('其他准入退出限制','限制准入、退出一类','不照做的经营者还能不能经营？'),
'9(一)':('商品要素流动','限制进入、迁出、输出一类','外地的商品、要素是不是同样对待？企业能不能自由迁移？'),
'9(二)':('投资和分支机构','要求在本地投资、设点一类','外地经营者能不能自己决定来不来、设不设？'),
'9(三)':('采购招标','采购、招标投标中的本地条件一类','外地经营者能不能同样参加、同样得分？'),
'9(四)':('收费价格补贴差别','收费、价格、补贴区别本地外地一类','本地和外地是不是同一标准？'),
'9(五)':('对外地的要求','对外地经营者另有要求一类','本地经营者是不是同样要求？'),
'9(六)':('其他流动限制','限制要素流动一类','为什么必须在本地？'),
'10(一)':('税收优惠','税收优惠一类','优惠有没有税收法律、行政法规依据？'),
'10(二)':('财政奖补','财政奖励、补贴一类','谁能得到、按什么条件？条件是否公平合理、客观明确、非排他？'),
'10(三)':('要素和费用优惠','要素、收费、社会保险费优惠一类','优惠给谁、有没有法律、行政法规依据？'),
'10(四)':('其他成本影响','影响生产经营成本一类','成本、风险为什么由财政或者国有公司承担，保证金为什么多收或者少收？'),
'11(一)':('协同和划分市场','组织经营者一致行动一类','经营者能不能各自决定价格、产量、区域？'),
'11(二)':('定价和优惠价格','政府定价、优惠价格一类','定价目录里有没有这一项，有没有定价权限？'),
'11(三)':('干预价格','限价、干预收费一类','价格为什么不由经营者自己定？'),
'11(四)':('其他干预经营','干预自主经营一类','经营者不照做会怎样，依据是什么？')}
num={'一':'一','二':'二','三':'三','四':'四','五':'五','六':'六'}
cn={'8':'八','9':'九','10':'十','11':'十一'}
o=['','# ———— 综合判断：许多弱的迹象合在一起 ————','#',
'# 没有一条信号对得上的句子，按用语计分：一个词（或者 <词表> 中的任何一个词）出现就计一次它的分，正分像限制竞争，',
'# 负分像守法（依照、自主选择、任何……）。合计达到“提示线”就提示，归入“归类”中分数最高的一类；提示时列出得分的词。',
'# 合计低到“放行线”的句子，把握不是“高”的规则不再提示。分数由自编条款算出（docs/screening.md），可以按使用情况增减。',
'综合判断:',f'  提示线: {line}',f'  放行线: {harm}','  用语:',block(zip(d['words'],d['pts']),4),'  归类:']
for it,(pts,b) in sorted(d['items'].items(),key=lambda x:list(N).index(x[0].replace('条例',''))):
    k=it.replace('条例',''); a,n=k.split('('); n=n[0]; name,kind,ask=N[k]
    o+=[f'    - 名称: 综合判断·{name}',f'      依据: 条例第{cn[a]}条第{n}项',f'      理由: 没有哪条信号完全对上，但用语合在一起像是{kind}的限制。',f'      提问: {ask}',f'      起点: {b}','      用语:',block([(w,p) for w,p in zip(d['words'],pts) if abs(p)>=2],8)]
T = open(P, encoding='utf-8').read()
rules = T.index('\n规则:\n')
old = T.find('\n# ———— 综合判断')
before = (T[:old] if 0 <= old < rules else T[:rules]).rstrip('\n')
after = (T[rules:old] if old > rules else T[rules:]).rstrip('\n')
open(P, 'w', encoding='utf-8').write(before + '\n' + '\n'.join(o) + '\n' + after + '\n')
