import re, pytest, itertools
from dataclasses import replace
from django.urls import get_resolver, reverse
from kring.circle.drawing import draw, Names
from kring.circle.domains import *
from kring.circle.picture import *
from kring.kit.keys import uuid7
from tests.role_table import ROWS
HOST='"><img src=x onerror=alert(1)></text></svg><script>x</script>\'&amp;{{7*7}}#eval("1")'
def pic(rings, names=None):
    doms=[Domain.FAMILY,Domain.SCHOOL,Domain.FAMILY,Domain.STREET,Domain.FAMILY]
    names = names or ["aa","bbbb","cc","dd","ee"]
    return Picture("Noor", tuple(Dot(str(i), n, r, d) for i,(n,r,d) in enumerate(zip(names,rings,doms))), ())
def test_rings():
    outs={draw(pic(r), names=Names.FULL, rings=False, standalone=True) for r in [(Ring.VERY_NEAR,)*5,(Ring.FURTHER,)*5,(Ring.NEAR,Ring.FURTHER,Ring.VERY_NEAR,Ring.NEAR,Ring.FURTHER),(Ring.NEAR,Ring.FURTHER,Ring.VERY_NEAR,Ring.ONCE,Ring.FURTHER)]}
    print("@@ rings variants", len(outs))
    for o in outs: print("@@", re.sub(r'\s+',' ',o)[-900:] if len(outs)>1 else "")
    outs={draw(pic((Ring.NEAR,)*5, names=n), names=Names.NONE, rings=True, standalone=True) for n in (["a"*1,"b","c","d","e"],["Alexandrina Maria Verlinden","bz","q","zzz","e e"])}
    print("@@ names variants", len(outs))
    o=draw(replace(pic((Ring.NEAR,)*5, names=[HOST]*5), child=HOST) if hasattr(pic((Ring.NEAR,)*5),'child') else pic((Ring.NEAR,)*5, names=[HOST]*5), names=Names.FULL, standalone=True)
    print("@@ xss", "<img" in o, "<script" in o, o.count("&lt;"))
def test_meta(family):
    b=family.browser("lotte")
    for kind in ("pdf","png","svg"):
        r=b.get(family.url("circle:"+kind), {"who":"home"})
        c=r.content
        print("@@",kind,r.status_code,dict(r.headers))
        if kind=="png": print("@@", [c[i:i+60] for i in [m.start() for m in re.finditer(b"tEXt|iTXt|eXIf|tIME|zTXt",c)]])
        if kind=="pdf": print("@@", re.findall(rb"/(?:Title|Author|Creator|Producer|CreationDate|ModDate|Subject|Keywords)[^/\n]{0,60}",c), re.findall(rb"<xmp:[^>]*>[^<]*|<dc:[^>]*>.{0,120}",c)[:8])
        if kind=="svg": print("@@", re.findall(r"<(?:title|desc)[^>]*>[^<]*", c.decode())[:3], set(re.findall(r"(?:id|data-[a-z]+)=\"[^\"]*\"", c.decode()))  )
PEOPLE=["tarik","ann","an","wilma","dirk","hilde","mo","saar","nadia","greet","karim"]
def test_sweep(family):
    u=uuid7()
    from kring.circle.models import Member
    from django.urls import URLPattern
    res=get_resolver()
    n=0; diffs=[]
    names=[k for k in ROWS]
    from tests.test_house import patterns
    for route,name,view in patterns():
        if "<uuid:dossier>" not in route: continue
        params={m:str(family.member("wilma")) for m in re.findall(r"<uuid:(\w+)>",route)}
        for meth,who,hdr in itertools.product(("get","post","head","put"),PEOPLE,({}, {"Accept":"application/json","Accept-Language":"fr"})):
            out=[]
            b=family.browser(who)
            for d in (family.noor.dossier,u):
                p="/"+re.sub(r"<uuid:(\w+)>",lambda m: str(d) if m[1]=="dossier" else params[m[1]],route)
                kw={"data":{"once":family.once()}} if meth=="post" else {}
                r=getattr(b,meth)(p,headers=hdr,**kw)
                out.append((r.status_code,r.content,sorted(r.headers.items()),sorted(b.cookies.keys()), len(b.session.keys())))
            n+=1
            if out[0]!=out[1]: diffs.append((route,meth,who,out[0][0],out[1][0]))
    print("@@ sweep",n,len(diffs),diffs[:20])
